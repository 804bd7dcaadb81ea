#!/bin/sh
# Starts Quzhi without npm. With a name it runs that command of docs/commands.md instead: ./start.sh ask "QUESTION"
# In a bundle (npm run bundle) Node.js lies beside it; in the project's own folder the one of the machine is taken.
cd "${0%/*}" 2>/dev/null || true
[ -f package.json ] || cd ../.. || exit 1
node=node
[ -x ./node ] && node=./node
if [ $# -eq 0 ]; then exec "$node" --import tsx src/main.ts; fi
command=$1
shift
if [ ! -f "scripts/$command.ts" ]; then
  echo "There is no command $command; docs/commands.md lists them. 没有 $command 这个命令，见 docs/commands.md。" >&2
  exit 2
fi
exec "$node" --import tsx "scripts/$command.ts" "$@"
