#!/usr/bin/env bash
# Takes the pictures of README (docs/screenshots, 1440x900) from the demo. Start it first: dotnet run --project AppHost
# Other ports: LENDING_PORTAL, LENDING_SANDBOX and LENDING_DASHBOARD name them, as http://127.0.0.1:5090.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

mkdir -p docs/screenshots
export LENDING_SCREENSHOTS="$PWD/docs/screenshots"
dotnet test tests/Lending.Journeys.Tests --nologo -v quiet --filter FullyQualifiedName~Screenshots
ls -l docs/screenshots
