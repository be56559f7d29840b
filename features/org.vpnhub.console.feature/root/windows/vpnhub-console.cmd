@echo off
rem vpnhub-console [FILE]: opens the console. Needs Java 25, from JAVA_HOME or the path.
setlocal
set "here=%~dp0"
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
if not defined VPNHUB_WORKSPACE set "VPNHUB_WORKSPACE=%LOCALAPPDATA%\vpnhub\workspace"
set "open="
if not "%~1"=="" set "open=--open "%~f1""
for %%j in ("%here%plugins\org.eclipse.equinox.launcher_*.jar") do set "launcher=%%j"
"%java%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=240m -XX:NewSize=256m -Xmx2g --enable-native-access=ALL-UNNAMED -jar "%launcher%" -nosplash -data "%VPNHUB_WORKSPACE%" %open%
exit /b %ERRORLEVEL%
