// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <cstdio>
#include <cstdlib>

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>
#endif

namespace owui {

/// For the end of main(), when everything of ours has ended. The libraries' own clean-up is left out: OpenSSL frees
/// what belongs to threads while the last ones of Qt's pools, which nobody can wait for, do the same. One deployment of
/// a hundred crashed by it, and under a sanitizer, whose search for leaks comes after it, some never ended.
[[noreturn]] inline void endProcess(int code)
{
    std::fflush(nullptr);
#ifdef __SANITIZE_ADDRESS__
    __lsan_do_leak_check();
#endif
    std::_Exit(code);
}

} // namespace owui
