# One image recipe for the three services:
#   docker build --build-arg MODULE=normalize-service --build-arg MAIN=io.onrecord.normalize.service.NormalizeService .
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /src
COPY . .
RUN mvn -B -q -DskipTests -pl ingest-service,normalize-service,index-service -am package

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
