# The service in a container. Build: docker build -t emaki .   Run it with PostgreSQL: docker compose up
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /src
COPY pom.xml ./
COPY .mvn .mvn
# Libraries first: this layer only changes with pom.xml.
RUN mvn -B -q dependency:resolve dependency:resolve-plugins
COPY src src
RUN mvn -B -q -Dmaven.test.skip=true package \
    && java -Djarmode=tools -jar target/emaki.jar extract --layers --launcher --destination /layers

FROM eclipse-temurin:25-jre
RUN useradd --system --create-home --home-dir /home/emaki emaki \
    && mkdir -p /data /cache && chown emaki:emaki /data /cache
WORKDIR /opt/emaki
COPY --from=build /layers/dependencies/ ./
COPY --from=build /layers/spring-boot-loader/ ./
COPY --from=build /layers/snapshot-dependencies/ ./
COPY --from=build /layers/application/ ./
COPY models models
COPY lora-configs lora-configs
COPY prompts prompts
COPY persona-store persona-store
USER emaki
# /data: database (H2 only) and pictures. /cache: native libraries, unpacked on the first start.
VOLUME ["/data", "/cache"]
ENV EMAKI_HOME=/opt/emaki EMAKI_DATA_DIR=/data DJL_CACHE_DIR=/cache SERVER_ADDRESS=0.0.0.0 OMP_WAIT_POLICY=passive GOMP_SPINCOUNT=3000
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080"]
ENTRYPOINT ["java", "--enable-native-access=ALL-UNNAMED", "-Djava.awt.headless=true", "-Dai.djl.offline=true", "org.springframework.boot.loader.launch.JarLauncher"]
CMD ["serve"]
