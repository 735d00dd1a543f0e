// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

// What is made of any answer: purpose, status and type come from the first three bytes, the rest is the body.

#include "fuzz/fuzzing.h"

#include "server/answerparser.h"
#include "server/openwebuianswers.h"
#include "server/secretmask.h"

#include <array>

using namespace owui;
using namespace Qt::StringLiterals;
using fuzz::demand;

namespace {

using Kind = ServerErrorKind;

constexpr std::array purposes{RequestPurpose::General,    RequestPurpose::FunctionLookUp,
                              RequestPurpose::ToolLookUp, RequestPurpose::FunctionUpdate,
                              RequestPurpose::ToolUpdate, RequestPurpose::FunctionCreate,
                              RequestPurpose::ToolCreate, RequestPurpose::SignIn};
constexpr std::array statuses{200, 201, 204, 300, 302, 307, 400, 401, 403, 404, 405, 407, 409,
                              413, 422, 429, 500, 501, 502, 503, 504, 520, 527, 599, 103, 0};
constexpr std::array types{"application/json"_L1, "application/problem+json; charset=utf-8"_L1, "text/html"_L1,
                           "text/plain; charset=latin1"_L1, ""_L1};

// It stands in seeds and in the dictionary.
constexpr char ownKey[] = "sk-0123456789abcdef0123456789abcdef";

struct Input
{
    RequestPurpose purpose;
    int status;
    QString type;
    QByteArray body;
};

void checkSuccess(const Input &input, const JudgedAnswer &answer)
{
    const bool success = input.status >= 200 && input.status < 300;
    demand(success || answer.error, "what is no 2xx is no success");
    demand(answer.error || isJsonType(input.type), "what is no JSON is no success");
    demand(!answer.error || answer.json.isNull() || answer.json.isUndefined(), "what is wrong has no value");
    demand(answer.error || !input.body.trimmed().isEmpty(), "nothing is no success");
}

void checkError(const Input &input, const ServerError &error)
{
    demand(error.kind != Kind::None, "an answer that was not a success is an error");
    demand(error.httpStatus == input.status && error.requestSent, "an error keeps its status, and was sent");
    demand(error.detail.isValidUtf16(), "what the server says is valid UTF-16");
    demand(error.detail.size() <= 64 * 1024, "what the server says is bounded");
    demand(!error.text().isEmpty() && !error.name().isEmpty(), "an error has a text and a name");
    if (error.kind == Kind::NotFound) {
        demand(isJsonType(input.type), "not found is what Open WebUI says, and no proxy's page");
    }
    if (input.status >= 300 && input.status < 400) {
        demand(error.kind == Kind::Redirected, "a redirect is one whatever it says");
    }
    if (input.status >= 500) {
        demand(error.kind == Kind::BadGateway || error.kind == Kind::Unavailable || error.kind == Kind::ServerFault ||
                   error.kind == Kind::RouteMissing,
               "a fault of the server is one whatever it says");
    }
}

void checkLookUp(const Input &input, const ServerError &error)
{
    const LookUp lookUp = lookUpAnswer({.value = {}, .error = error, .elapsed = {}});
    demand(lookUp.presence != Presence::Found, "an error is nothing that was found");
    if (lookUp.presence == Presence::Missing) {
        demand((input.status == 401 || input.status == 404) && isJsonType(input.type),
               "missing is said by Open WebUI only");
    }
    demand(lookUp.presence == Presence::Missing || lookUp.error, "what failed has a reason");
}

void checkMask(const QString &detail)
{
    const QString masked = maskSecrets(detail, {QByteArray(ownKey)});
    demand(!masked.contains(QLatin1StringView(ownKey)), "no own key is left");
    demand(masked.isValidUtf16() || !detail.isValidUtf16(), "a masked text is valid UTF-16");
    demand(maskSecrets(masked, {QByteArray(ownKey)}).size() <= masked.size() + 64, "a masked text stays masked");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    fuzz::Choices choices(fuzz::bytesOf(data, size));
    Input input{.purpose = purposes[choices.next(purposes.size())],
                .status = statuses[choices.next(statuses.size())],
                .type = types[choices.next(types.size())],
                .body = {}};
    input.body = choices.rest();

    const JudgedAnswer judged = judgeAnswer(input.purpose, input.status, input.type, input.body);
    checkSuccess(input, judged);
    const ServerError error = classifyAnswer(input.purpose, input.status, input.type, input.body);
    checkError(input, error);
    checkLookUp(input, error);
    checkMask(error.detail);
    return 0;
}
