#!/usr/bin/env bash
# Runs figcheck as the inputs of the action ask for; its exit code is the step's.
set -euo pipefail

options=(--fail-on "${FIGCHECK_FAIL_ON:-error}" --lang "${FIGCHECK_LANG:-zh}")
if [ -n "${FIGCHECK_CHANGED_FROM:-}" ]; then
  options+=(--changed-from "$FIGCHECK_CHANGED_FROM")
fi
while IFS= read -r line; do
  [ -z "$line" ] || options+=("$line")
done <<<"${FIGCHECK_ARGS:-}"
if [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then
  options+=(--output "markdown=$GITHUB_STEP_SUMMARY")
fi
paths=()
while IFS= read -r line; do
  [ -z "$line" ] || paths+=("$line")
done <<<"${FIGCHECK_PATHS:-.}"

figcheck run "${options[@]}" -- "${paths[@]}"
