import { defineCheck, fail, fails, findCommand, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Scripts use apt-get, not apt', ja: 'apt ではなく apt-get を使っている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'docker.image.stage',
  why: {
    en: 'apt is made for people: its options and output change between versions.',
    ja: 'apt は対話用で、バージョンによってオプションや出力が変わります。',
  },
  fix: {
    edits: {
      dockerfile: [
        {
          call: ['apt'],
          becomes: 'apt-get',
          when: ['install', 'update', 'upgrade', 'remove', 'purge', 'autoremove', 'clean'],
        },
        { call: ['apt-get'], when: ['install'], add: '--no-install-recommends' },
        { call: ['apt-get'], when: ['install'], add: '-y', unless: ['--yes', '--assume-yes'] },
      ],
    },
    cautions: ['breaks-software'],
    summary: { en: 'Use apt-get or apt-cache.', ja: 'apt-get または apt-cache を使ってください。' },
    dockerfile: `FROM debian:12
RUN apt-get update && apt-get install -y --no-install-recommends curl
`,
  },
  references: ['https://docs.docker.com/build/building/best-practices/'],
  equivalents: ['CKV_DOCKER_9'],
  noFramework: 'no control mapping yet',
  evaluate(stage) {
    const command = findCommand(stage, (each) => each.program === 'apt');
    if (!command) return pass();
    return fail({
      en: `${stage.name} runs apt ${command.words.join(' ')}`,
      ja: `${stage.name} は apt を使っています`,
    });
  },
  examples: [
    fails('apt', {
      dockerfile: `FROM debian:12
RUN apt install -y curl
`,
    }),
    fails('after another command', {
      dockerfile: `FROM debian:12
RUN apt-get update && apt install -y curl
`,
    }),
    passes('apt-get', {
      dockerfile: `FROM debian:12
RUN apt-get install -y curl
`,
    }),
    passes('a file of apt', {
      dockerfile: `FROM debian:12
RUN rm -rf /var/lib/apt/lists/*
`,
    }),
  ],
});
