#!/bin/sh
# The HTTP API of npm start, on the machine itself (no sign-in there). Elsewhere people sign in on the page, and requests carry
# its cookie. The whole API: GET /api/openapi.json.
set -eu
base=${1:-http://127.0.0.1:8080}

# A question; the answer quotes its sources, each with its place in the report.
curl -sS "$base/api/say" -H 'Content-Type: application/json' -d '{"text": "泉山区新增了多少个重大产业项目？"}'
echo

# A district on one page.
curl -sS -G "$base/api/brief" --data-urlencode 'district=泉山区'
echo

# The reports.
curl -sS "$base/api/reports"
echo
