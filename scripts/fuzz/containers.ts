/** Dockerfiles and compose files: mutated examples, and random instructions and services. */
import { parse } from 'yaml';
import type { Random } from '../../bench/estate/random.ts';
import { mutateBytes, mutateTokens } from './mutate.ts';
import type { Files } from './programs.ts';
import { exampleTexts } from './seeds.ts';
import { mutateTree, printJson, printYaml, treeOf } from './trees.ts';

const LINES = [
  '# syntax=docker/dockerfile:1',
  '# escape=`',
  '# check=skip=all;error=true',
  '# kumomori:ignore dockerfile-user-not-root reason="x"',
  'ARG BASE=node:24 OTHER',
  'ARG TAG',
  'FROM ${BASE:-alpine}:${TAG} AS build',
  'FROM --platform=$BUILDPLATFORM registry.example.com:5000/a/b@sha256:abc',
  'FROM build',
  'FROM scratch',
  'FROM',
  'from Alpine as BUILD',
  'RUN apt-get update && apt-get install -y curl=1 \\\n  # comment\n\n  git ; rm -rf /x || true',
  'RUN ["sh", "-c", "curl https://example.com | sh"]',
  'RUN ["broken", ',
  'RUN --mount=type=secret,id=a --network=none <<EOF\nset -e\nsudo x\nEOF',
  'RUN <<-"A" cat && <<B sh\n\tone\n\tA\ntwo\nB',
  'RUN <<NEVER\nopen',
  'COPY --from=build --chown=0:0 --chmod=777 ["a b", "c"] /d/',
  'COPY <<EOF /etc/x\n$HOME\nEOF',
  'ADD https://example.com/a.tar.gz /',
  'ADD --checksum=sha256:x git@example.com:a.git .',
  'ENV A=1 B="two words" C=\\ d PASSWORD=hunter22hunter',
  'ENV OLD style value',
  'USER root:$GID',
  'USER 0',
  'EXPOSE 22/tcp 80-90 $PORT',
  'HEALTHCHECK --interval=5s CMD curl -f http://192.0.2.1/',
  'HEALTHCHECK NONE',
  'ONBUILD RUN x',
  'SHELL ["powershell", "-c"]',
  'WORKDIR relative/$A',
  'VOLUME ["/a", "/b"]',
  'STOPSIGNAL 9',
  'MAINTAINER x',
  'LABEL a=b "c d"=\'e\'',
  'ENTRYPOINT ["a"]\nCMD b "c\'d" $(e `f` ${g:-${h}})',
  'CMD \\',
  'UNKNOWN x',
  '\\',
  '"',
  '\r',
];

export function dockerfiles(random: Random): Files {
  return new Map([['Dockerfile', dockerfile(random)]]);
}

function dockerfile(random: Random): string {
  const shape = random.int(0, 9);
  if (shape < 2) return mutateBytes(random.pick(exampleTexts('dockerfile')), random.pick(exampleTexts('dockerfile')), random);
  if (shape < 4) return mutateTokens(random.pick(exampleTexts('dockerfile')), random);
  if (shape === 4 && random.chance(0.1)) return repeated(random);
  const text = Array.from({ length: random.int(1, 25) }, () => random.pick(LINES)).join(random.pick(['\n', '\n', '\r\n']));
  if (shape < 7) return mutateBytes(text, random.pick(LINES), random);
  return shape < 9 ? mutateTokens(text, random) : text;
}

function repeated(random: Random): string {
  const piece = random.pick([
    'RUN a && ',
    '$(',
    '"',
    "'",
    '\\\n',
    '`',
    '${A:-',
    '(',
    'a|',
    '<<E ',
    'FROM x\n',
    'RUN a\n',
    'ARG A=$A$A\n',
    'ENV A=$A$A\n',
    '# x\n',
    '--a=b ',
    ' ',
  ]);
  return `FROM alpine\nARG A=x\nRUN ${piece.repeat(random.pick([100, 3000, 30_000]))}\n`;
}

const COMPOSE = `name: orders
x-shared: &shared
  image: "nginx:\${TAG:-latest}"
  environment: [A=1, "PASSWORD=\${PASSWORD}", EMPTY]
services:
  web:
    <<: *shared
    extends: { service: base }
    ports: ["0.0.0.0:80:80", { target: 443, published: "443", host_ip: 192.0.2.1 }, 22]
    volumes: ["/var/run/docker.sock:/var/run/docker.sock:ro", { type: bind, source: /, target: /host }]
    privileged: true
    cap_add: [ALL]
    security_opt: ["seccomp:unconfined"]
    deploy: { resources: { limits: { memory: 1g } } }
    healthcheck: { test: ["CMD", "true"], disable: false }
  base:
    build: { context: ., dockerfile_inline: "FROM alpine" }
    network_mode: host
    pid: "host"
    user: "0:0"
    extends: web
    env_file: [.env, { path: x, required: false }]
networks: { default: {} }
secrets: { a: { file: ./a } }
`;

const COMPOSE_LEAVES = [
  '${A}',
  '${A:-${B}}',
  '$$',
  '$',
  '${',
  '${A:?x}',
  '0:0',
  'web',
  'base',
  '/var/run/docker.sock',
  'host',
  'nginx',
  '1.5e3',
];

export function composeFiles(random: Random): Files {
  const seed = random.chance(0.4) ? COMPOSE : random.pick(exampleTexts('compose'));
  return new Map([['compose.yaml', composeText(seed, random)]]);
}

function composeText(seed: string, random: Random): string {
  const shape = random.int(0, 4);
  if (shape === 0) return mutateBytes(seed, COMPOSE, random);
  if (shape === 1) return mutateTokens(seed, random);
  const tree = mutateTree(treeOf(parse(seed, { merge: true })), COMPOSE_LEAVES, random);
  return shape === 2 ? printJson(tree) : printYaml(tree, random);
}
