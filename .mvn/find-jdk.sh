# Sourced by ./ward and ./mvnw. Sets JDK to the home of a JDK 25 or newer, or to nothing when there is none. Where the
# variable "needed" names another program than javac, it is enough that there is that: "java" for a JRE.
JDK=
for candidate in "${JAVA_HOME-}" /usr/lib/jvm/* /opt/java/* /opt/jdk* "${HOME-}"/.sdkman/candidates/java/* \
    "${HOME-}"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -x "$candidate/bin/${needed:-javac}" ] && [ -r "$candidate/release" ] || continue
    feature=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$candidate/release")
    if [ "${feature:-0}" -ge 25 ]; then
        JDK=$candidate
        break
    fi
done
