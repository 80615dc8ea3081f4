@echo off
rem Runs Plumbline as it was unpacked: needs Java 17 or newer.
setlocal
set "java=java.exe"
if not defined JAVA_HOME goto search
set "java=%JAVA_HOME%\bin\java.exe"
if exist "%java%" goto run
echo plumbline: JAVA_HOME is "%JAVA_HOME%", which has no bin\java.exe; point it to Java 17 or newer. 1>&2
exit /b 2

:search
where /q java.exe
if not errorlevel 1 goto run
echo plumbline: Java was not found; install Java 17 or newer, or set JAVA_HOME to it. 1>&2
exit /b 2

:run
"%java%" -XX:TieredStopAtLevel=1 -XX:+UseParallelGC -jar "%~dp0..\lib\plumbline.jar" %*
exit /b %ERRORLEVEL%
