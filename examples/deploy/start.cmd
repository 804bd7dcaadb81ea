@echo off
rem Starts Quzhi without npm. With a name it runs that command of docs/commands.md instead: start.cmd ask "QUESTION"
rem In a bundle (npm run bundle) Node.js lies beside it; in the project's own folder the one of the machine is taken.
setlocal
chcp 65001 >nul
cd /d "%~dp0"
if not exist package.json cd ..\..
set "NODE=node"
if exist node.exe set "NODE=%CD%\node.exe"
if "%~1"=="" (
  "%NODE%" --import tsx src\main.ts
  exit /b
)
if not exist "scripts\%~1.ts" (
  echo There is no command %~1; docs\commands.md lists them. >&2
  exit /b 2
)
for /f "tokens=1,*" %%a in ("%*") do "%NODE%" --import tsx "scripts\%%~a.ts" %%b
exit /b
