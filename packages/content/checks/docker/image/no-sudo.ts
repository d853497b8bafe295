import { defineCheck, fail, fails, findCommand, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Build does not use sudo', ja: 'ビルドで sudo を使っていない' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'docker.image.stage',
  why: {
    en: 'sudo in an image gives whoever breaks in the way to root, and behaves differently without a terminal.',
    ja: 'イメージ内の sudo は侵入者に root への道を与え、端末の無い環境では挙動も変わります。',
  },
  fix: {
    summary: { en: 'Change USER around the lines that need root.', ja: 'root が必要な行の前後で USER を切り替えてください。' },
    dockerfile: `FROM alpine:3.20
USER root
RUN apk add --no-cache curl
USER app
`,
  },
  references: ['https://docs.docker.com/build/building/best-practices/'],
  equivalents: ['CKV2_DOCKER_1', 'AVD-DS-0010'],
  noFramework: 'no control mapping yet',
  evaluate(stage) {
    const command = findCommand(stage, (each) => each.isSudo || each.program === 'sudo');
    if (!command) return pass();
    return fail({
      en: `${stage.name} runs ${command.program} with sudo`,
      ja: `${stage.name} は ${command.program} を sudo で実行しています`,
    });
  },
  examples: [
    fails('sudo', {
      dockerfile: `FROM alpine:3.20
RUN sudo pip install requests
`,
    }),
    passes('none', {
      dockerfile: `FROM alpine:3.20
RUN pip install requests
`,
    }),
    passes('only a name', {
      dockerfile: `FROM alpine:3.20
RUN apk add sudo-less
`,
    }),
  ],
});
