import { defineCheck, fail, fails, findCommand, hasOption, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'rpm checks signatures', ja: 'rpm が署名を検証している' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'docker.image.stage',
  why: {
    en: 'Whoever stands between the build and the server decides what goes into the image.',
    ja: '通信経路にいる攻撃者が、イメージに入る物を決められてしまいます。',
  },
  fix: {
    edits: { dockerfile: [{ call: ['rpm'], take: ['--nosignature', '--nodigest', '--nofiledigest'] }] },
    cautions: ['breaks-build'],
    summary: { en: 'Take --nosignature and --nodigest away.', ja: '--nosignature や --nodigest を外してください。' },
    dockerfile: `FROM fedora:41
RUN rpm -i tool.rpm
`,
  },
  references: ['https://docs.docker.com/build/building/best-practices/'],
  equivalents: ['CKV2_DOCKER_10'],
  noFramework: 'no control mapping yet',
  evaluate(stage) {
    const command = findCommand(
      stage,
      (each) => each.program === 'rpm' && hasOption(each, '--nosignature', '--nodigest', '--nofiledigest'),
    );
    if (!command) return pass();
    return fail({
      en: `${stage.name}: ${command.program} does not check what it is given`,
      ja: `${stage.name}: ${command.program} が検証を行っていません`,
    });
  },
  examples: [
    fails('off', {
      dockerfile: `FROM fedora:41
RUN rpm -i --nosignature tool.rpm
`,
    }),
    passes('checked', {
      dockerfile: `FROM fedora:41
RUN rpm -i tool.rpm
`,
    }),
  ],
});
