import { calls, defineCheck, fail, fails, findCommand, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Build does not upgrade the whole distribution', ja: 'ビルドでディストリビューション全体を更新していない' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'docker.image.stage',
  why: {
    en: 'A whole upgrade replaces what the base image was tested with; a newer base image brings the fixes in order.',
    ja: '全体の更新はベースイメージで検証済みの構成を崩します。',
  },
  fix: {
    summary: { en: 'Take a newer base image instead.', ja: '代わりに新しいベースイメージを使ってください。' },
    dockerfile: `FROM debian:12.8
RUN apt-get update && apt-get install -y --no-install-recommends curl
`,
  },
  references: ['https://docs.docker.com/build/building/best-practices/'],
  equivalents: ['AVD-DS-0024'],
  noFramework: 'no control mapping yet',
  evaluate(stage) {
    const command = findCommand(stage, (each) => calls(each, ['apt-get', 'apt'], 'dist-upgrade'));
    if (!command) return pass();
    return fail({
      en: `${stage.name} runs apt-get dist-upgrade`,
      ja: `${stage.name} は apt-get dist-upgrade を実行しています`,
    });
  },
  examples: [
    fails('dist-upgrade', {
      dockerfile: `FROM debian:12
RUN apt-get update && apt-get dist-upgrade -y
`,
    }),
    passes('install', {
      dockerfile: `FROM debian:12
RUN apt-get update && apt-get install -y curl
`,
    }),
  ],
});
