#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
# SPDX-License-Identifier: MIT
#
# What the steps in a bare system share.
set -euo pipefail
shopt -s nullglob

fail() { printf 'FAILED: %s\n' "$*" >&2; exit 1; }
step() { printf -- '-- %s\n' "$*"; }

# expect TEXT COMMAND...   runs the command, which must say the text.
expect() {
  local text=$1 output
  shift
  output=$("$@" 2>&1) || { printf '%s\n' "$output" >&2; fail "$* ended with an error."; }
  grep -qF -- "$text" <<<"$output" || { printf '%s\n' "$output" >&2; fail "$* did not say \"$text\"."; }
}

# measured TEXT COMMAND...   tells how long the command took.
measured() {
  local text=$1 start=$EPOCHREALTIME
  shift
  "$@" >/try/log 2>&1 || { cat /try/log >&2; fail "$* ended with an error."; }
  printf '   %-58s %6.1f s\n' "$text" "$(awk "BEGIN { print $EPOCHREALTIME - $start }")"
}

# as_user COMMAND...   as somebody who may not install anything.
as_user() {
  id new >/dev/null 2>&1 || useradd --create-home --shell /bin/bash new
  setpriv --reuid=new --regid=new --init-groups env -i HOME=/home/new PATH="$user_path" LANG="${user_language:-C.UTF-8}" \
    TERM=dumb "$@"
}
user_path=/usr/local/bin:/usr/bin:/bin

# deploys_samples   creates the samples on a practice server of its own; the one with the broken header is asked about.
deploys_samples() {
  local output created status=0
  output=$(as_user owui-deploy deploy --practice /try/samples 2>&1) || status=$?
  created=$(grep -E '^[1-9][0-9]* created' <<<"$output") || { printf '%s\n' "$output" >&2; fail "no sample was created (exit code $status)."; }
  step "$created"
}

# window PICTURE   starts the window on a screen of its own, takes a picture of its first page, chooses the practice server there
# and takes another one.
window() {
  local display=:7 screen program
  Xvfb $display -screen 0 1280x800x24 >/dev/null 2>&1 &
  screen=$!
  for ((i = 0; i < 100; i++)); do [ ! -e /tmp/.X11-unix/X7 ] || break; sleep 0.1; done
  (as_user env DISPLAY=$display owui-deployer >/try/window.log 2>&1 || true) 2>/dev/null &
  program=$!
  for ((i = 0; i < 100; i++)); do
    ! DISPLAY=$display xdotool search --onlyvisible --name 'OWUI Deployer' >/dev/null 2>&1 || break
    kill -0 $program 2>/dev/null || { cat /try/window.log >&2; fail "the window did not start."; }
    sleep 0.1
  done
  sleep 2
  DISPLAY=$display import -window root "/try/$1-first.png"
  # No window manager gives it the keys.
  DISPLAY=$display xdotool search --onlyvisible --name 'OWUI Deployer' windowfocus --sync key --clearmodifiers alt+t
  for ((i = 0; i < 100; i++)); do ! started_practice || break; sleep 0.1; done
  started_practice || { cat /try/window.log >&2; fail "the window did not start the practice server."; }
  sleep 3
  DISPLAY=$display import -window root "/try/$1-practice.png"
  pkill -x owui-deployer
  kill $screen
  wait $program $screen 2>/dev/null || true
  step "the window came up and started the practice server"
}

# Whether the window, and nobody else, runs one.
started_practice() { pgrep -P "$(pgrep -x owui-deployer)" -x owui-practice >/dev/null; }

# practise   a practice server that stays, in $url, with its key in /home/new/key.
# shellcheck disable=SC2034 # the variable is for who calls it
practise() {
  (as_user sh -c 'owui-practice --no-stdin >/home/new/practice.json' || true) 2>/dev/null &
  for ((i = 0; i < 100; i++)); do [ ! -s /home/new/practice.json ] || break; sleep 0.1; done
  url=$(sed -E 's/.*"url":"([^"]+)".*/\1/' /home/new/practice.json)
  as_user sh -c 'umask 077; sed -E "s/.*\"key\":\"([^\"]+)\".*/\1/" /home/new/practice.json >/home/new/key'
}

install() { apt-get install -y -qq --no-install-recommends "$@"; }

# What people need beside the program to see it: a screen, letters, and something that clicks.
install_screen() { install xvfb xdotool imagemagick procps fonts-dejavu-core fonts-noto-cjk fonts-noto-color-emoji; }
