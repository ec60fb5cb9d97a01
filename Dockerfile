# docker build -t entente . && docker run -p 127.0.0.1:8080:8080 -v entente-store:/store entente
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /build
COPY pom.xml ./
COPY src ./src
COPY queries/internal ./queries/internal
RUN mvn -B -ntp -Dmaven.test.skip=true package

FROM eclipse-temurin:25-jre
WORKDIR /entente
COPY --from=build /build/target/entente-all.jar ./
COPY ontology ./ontology
COPY data ./data
COPY queries ./queries
# Classes as the JVM lays them out, and what it learnt about them: a start takes about a third less. Whatever does not fit is passed over.
RUN java -Xss4m -Dentente.home=/entente -XX:AOTCacheOutput=entente.aot -jar entente-all.jar --aot-training >/dev/null
RUN install -d -o 10001 -g 10001 /store
USER 10001:10001
VOLUME /store
EXPOSE 8080
# The image has no curl: bash asks.
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080; printf 'GET /health/ready HTTP/1.0\\r\\n\\r\\n' >&3; grep -q '200 OK' <&3"]
# Writes need a key: ENTENTE_KEY in the environment. Without it nobody can write.
ENTRYPOINT ["java", "-Xss4m", "-Dentente.home=/entente", "-XX:AOTCache=/entente/entente.aot", "-Xlog:aot=off", "-Xlog:cds=off", "-jar", "entente-all.jar"]
CMD ["serve", "--host", "0.0.0.0", "--store", "/store", "--releases", "/store/releases", "--no-watch"]
