import { any, defineCheck, fail, fails, find, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Folders are changed with WORKDIR', ja: 'フォルダーの移動に WORKDIR を使っている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'docker.image.stage',
  why: {
    en: 'cd holds for one line only: the next RUN starts where the image stands.',
    ja: 'cd はその行でしか効かず、次の RUN は元の場所から始まります。',
  },
  fix: {
    summary: { en: 'Use WORKDIR.', ja: 'WORKDIR を使ってください。' },
    dockerfile: `FROM alpine:3.20
WORKDIR /srv/app
RUN make
`,
  },
  references: ['https://docs.docker.com/build/building/best-practices/'],
  equivalents: ['AVD-DS-0013'],
  noFramework: 'no control mapping yet',
  evaluate(stage) {
    const run = find(
      stage.runs,
      ({ commands }) => commands.length === 1 && any(commands, ({ program, words }) => program === 'cd' && words.length === 1),
    );
    if (!run) return pass();
    return fail({
      en: `${stage.name} changes the folder with ${run.text}, which the next line forgets`,
      ja: `${stage.name} の ${run.text} は次の行では効きません`,
    });
  },
  examples: [
    fails('alone', {
      dockerfile: `FROM alpine:3.20
RUN cd /app
RUN make
`,
    }),
    passes('within a line', {
      dockerfile: `FROM alpine:3.20
RUN cd /app && make
`,
    }),
    passes('WORKDIR', {
      dockerfile: `FROM alpine:3.20
WORKDIR /app
RUN make
`,
    }),
  ],
});
