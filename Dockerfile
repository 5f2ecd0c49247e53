# One image recipe for the three services:
#   docker build --build-arg MODULE=normalize-service --build-arg MAIN=io.onrecord.normalize.service.NormalizeService .
#
# A build that is already there (./onrecord or mvn package made it) and is not older than the sources is used;
# otherwise Maven makes one here.
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /src
COPY . .
RUN jar=$(ls index-service/target/index-service-*.jar 2>/dev/null | head -n 1); \
    if [ -n "$jar" ] && [ -d index-service/target/lib ] \
      && [ -z "$(find pom.xml pipeline-core/src/main ingest-service/src/main normalize-service/src/main index-service/src/main -type f -newer "$jar" | head -n 1)" ]; \
    then echo "using the build that is there"; \
    else mvn -B -q -DskipTests -pl ingest-service,normalize-service,index-service -am package; fi

FROM eclipse-temurin:25-jre
ARG MODULE
ARG MAIN
ENV MAIN=${MAIN} JAVA_OPTS=""
RUN useradd --system --uid 7700 --create-home onrecord && install -d -o onrecord /data
COPY --from=build /src/${MODULE}/target/lib /app/lib
COPY --from=build /src/${MODULE}/target/${MODULE}-*.jar /app/lib/
USER onrecord
WORKDIR /data
VOLUME /data
# exec, so that SIGTERM reaches the JVM and the batch in hand is finished.
ENTRYPOINT ["/bin/sh", "-c", "exec java -XX:MaxRAMPercentage=70 --enable-native-access=ALL-UNNAMED $JAVA_OPTS -cp '/app/lib/*' $MAIN \"$@\"", "onrecord"]
