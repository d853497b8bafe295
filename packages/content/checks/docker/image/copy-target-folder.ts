import { defineCheck, fail, fails, find, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Several files are copied into a folder', ja: '複数ファイルのコピー先がフォルダーである' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'docker.image.stage',
  why: {
    en: 'With several sources the target must end with a slash: the build fails otherwise.',
    ja: 'コピー元が複数ならコピー先はスラッシュで終わる必要があり、そうでないとビルドが失敗します。',
  },
  fix: {
    edits: {
      dockerfile: [
        { instruction: 'COPY', endWith: '/' },
        { instruction: 'ADD', endWith: '/' },
      ],
    },
    summary: { en: 'End the target with a slash.', ja: 'コピー先の末尾にスラッシュを付けてください。' },
    dockerfile: `FROM alpine:3.20
COPY package.json yarn.lock /app/
`,
  },
  references: ['https://docs.docker.com/reference/dockerfile/'],
  equivalents: ['AVD-DS-0011'],
  noFramework: 'no control mapping yet',
  evaluate(stage) {
    const copy = find(
      stage.copies,
      ({ sources, destination }) => sources.length > 1 && destination !== undefined && !/[/\\]$|^\.$/.test(destination),
    );
    if (!copy) return pass();
    return fail({
      en: `${stage.name} copies ${copy.sources.length} files to ${copy.destination ?? ''}, which is no folder`,
      ja: `${stage.name} は ${copy.sources.length} 個のファイルをフォルダーでない ${copy.destination ?? ''} にコピーしています`,
    });
  },
  examples: [
    fails('no slash', {
      dockerfile: `FROM alpine:3.20
COPY package.json yarn.lock app
`,
    }),
    fails('JSON form', {
      dockerfile: `FROM alpine:3.20
COPY ["package.json", "yarn.lock", "app"]
`,
    }),
    passes('a slash', {
      dockerfile: `FROM alpine:3.20
COPY package.json yarn.lock app/
`,
    }),
    passes('one file', {
      dockerfile: `FROM alpine:3.20
COPY package.json app
`,
    }),
  ],
});
