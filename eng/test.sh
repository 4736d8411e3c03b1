#!/usr/bin/env bash
# Builds the solution once and runs every test project, from any folder. Ends with the line "N passed, N failed".
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
# One compiler stays warm for all projects of the build; it is shut down at the end, so nothing stays behind.
export MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=true

passed=0
failed=0
broken=()
started=$SECONDS

finish() {
  dotnet build-server shutdown > /dev/null 2>&1
  for project in "${broken[@]+"${broken[@]}"}"; do echo "failed: $project"; done
  echo "took $((SECONDS - started)) s"
  echo "$passed passed, $failed failed"
  [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
  exit
}

restore=()
[ "${CI:-}" = "true" ] && restore=(-p:RestoreLockedMode=true)
if ! dotnet build Lending.sln --nologo -v quiet -nodeReuse:false "${restore[@]+"${restore[@]}"}"; then
  failed=1
  broken=("the build")
  finish
fi

# Properties start from a new seed in every run; set to the one printed here, they repeat it.
export LENDING_PROPERTY_SEED=${LENDING_PROPERTY_SEED:-$(od -An -N8 -tu8 /dev/urandom | tr -d ' '),$(($(od -An -N4 -tu4 /dev/urandom) * 2 + 1))}
echo "LENDING_PROPERTY_SEED=$LENDING_PROPERTY_SEED"

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

for project in tests/*.Tests/*.csproj; do
  [ -f "$project" ] || continue
  name=$(basename "$project" .csproj)
  echo "--- $name"
  dotnet test "$project" --no-build --nologo -v quiet --results-directory "$results/$name" --logger "trx;LogFileName=results.trx" --logger "console;verbosity=minimal"
  code=$?

  counters=$(grep -o '<Counters [^>]*>' "$results/$name/results.trx" 2> /dev/null | head -1)
  of() { grep -o " $1=\"[0-9]*\"" <<< "$counters" | grep -o '[0-9]*' || echo 0; }
  passed=$((passed + $(of passed)))
  failed=$((failed + $(of failed)))
  # A run that crashed or found nothing counts as one failure, or it would go unseen.
  if [ "$(of failed)" -eq 0 ] && { [ "$code" -ne 0 ] || [ "$(of passed)" -eq 0 ]; }; then failed=$((failed + 1)); fi
  if [ "$code" -ne 0 ]; then broken+=("$name"); fi
done

finish
