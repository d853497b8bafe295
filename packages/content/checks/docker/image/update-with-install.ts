import { any, defineCheck, fail, fails, find, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Package lists are updated where packages are installed', ja: 'パッケージ一覧の更新とインストールを同じ行で行っている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'docker.image.stage',
  why: {
    en: 'A line that only updates is taken from the cache for months: what is installed later is old and unpatched.',
    ja: '更新だけの行はキャッシュされ続け、古く修正の無いパッケージが入ります。',
  },
  fix: {
    summary: { en: 'Write update and install in one RUN.', ja: 'update と install を一つの RUN にまとめてください。' },
    dockerfile: `FROM debian:12
RUN apt-get update && apt-get install -y --no-install-recommends curl
`,
  },
  references: ['https://docs.docker.com/build/building/best-practices/'],
  equivalents: ['CKV_DOCKER_5', 'AVD-DS-0017'],
  noFramework: 'no control mapping yet',
  evaluate(stage) {
    const managers = ['apt-get', 'apt', 'apk', 'yum', 'dnf', 'zypper'];
    const isCall = (program: string, words: readonly string[], ...verbs: readonly string[]): boolean =>
      managers.includes(program) && any(words, (word) => verbs.includes(word));
    const run = find(
      stage.runs,
      ({ commands }) =>
        any(commands, ({ program, words }) => isCall(program, words, 'update', '--update', 'up')) &&
        !any(commands, ({ program, words }) =>
          isCall(program, words, 'install', 'add', 'upgrade', 'dist-upgrade', 'build-dep', 'source', 'in'),
        ),
    );
    if (!run) return pass();
    return fail({
      en: `${stage.name} updates package lists without installing anything: ${run.text}`,
      ja: `${stage.name} はインストールせずにパッケージ一覧だけを更新しています: ${run.text}`,
    });
  },
  examples: [
    fails('alone', {
      dockerfile: `FROM debian:12
RUN apt-get update
RUN apt-get install -y curl
`,
    }),
    fails('apk', {
      dockerfile: `FROM alpine:3.20
RUN apk update
`,
    }),
    passes('together', {
      dockerfile: `FROM debian:12
RUN apt-get update && apt-get install -y curl
`,
    }),
    passes('in a heredoc', {
      dockerfile: `FROM debian:12
RUN <<EOF
apt-get update
apt-get install -y curl
EOF
`,
    }),
    passes('none', {
      dockerfile: `FROM alpine:3.20
`,
    }),
  ],
});
