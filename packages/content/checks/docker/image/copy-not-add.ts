import { any, defineCheck, fail, fails, find, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Files are copied with COPY', ja: 'ファイルのコピーに COPY を使っている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'docker.image.stage',
  why: {
    en: 'ADD unpacks archives and fetches addresses without being asked: more than what the line seems to say.',
    ja: 'ADD は展開やダウンロードも暗黙に行い、書かれている以上のことが起こります。',
  },
  fix: {
    edits: {
      dockerfile: [
        {
          instruction: 'ADD',
          becomes: 'COPY',
          except: '^(?:https?|ftp|git|ssh):|^git@|^--checksum|\\.(?:tar|tgz|txz|tbz2?)$|\\.tar\\.\\w+$',
        },
      ],
    },
    summary: {
      en: 'Use COPY; keep ADD for archives that are meant to be unpacked.',
      ja: 'COPY を使い、ADD は展開したいアーカイブだけにしてください。',
    },
    dockerfile: `FROM alpine:3.20
COPY app /app
`,
  },
  references: ['https://docs.docker.com/build/building/best-practices/'],
  equivalents: ['CKV_DOCKER_4', 'AVD-DS-0005'],
  noFramework: 'no control mapping yet',
  evaluate(stage) {
    const isPlain = (source: string): boolean => !/\.(?:tar|tgz|txz|tbz2?)$|\.tar\.\w+$/i.test(source);
    const copy = find(stage.copies, (each) => each.isAdd && any(each.sources, isPlain));
    if (!copy) return pass();
    return fail({ en: `${stage.name} uses ADD where COPY does`, ja: `${stage.name} は COPY で足りる箇所に ADD を使っています` });
  },
  examples: [
    fails('a file', {
      dockerfile: `FROM alpine:3.20
ADD app.jar /app/
`,
    }),
    passes('COPY', {
      dockerfile: `FROM alpine:3.20
COPY app.jar /app/
`,
    }),
    passes('an archive', {
      dockerfile: `FROM alpine:3.20
ADD rootfs.tar.gz /
`,
    }),
  ],
});
