import { any, defineCheck, fail, fails, findCommand, hasOption, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'pip checks certificates', ja: 'pip が証明書を検証している' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'docker.image.stage',
  why: {
    en: 'Whoever stands between the build and the server decides what goes into the image.',
    ja: '通信経路にいる攻撃者が、イメージに入る物を決められてしまいます。',
  },
  fix: {
    edits: { dockerfile: [{ call: ['pip', 'pip3', 'python', 'python3'], take: ['--trusted-host'], takeValue: true }] },
    cautions: ['breaks-build'],
    summary: { en: 'Take --trusted-host away.', ja: '--trusted-host を外してください。' },
    dockerfile: `FROM python:3.13
RUN pip install requests
`,
  },
  references: ['https://docs.docker.com/build/building/best-practices/'],
  equivalents: ['CKV2_DOCKER_4'],
  noFramework: 'no control mapping yet',
  evaluate(stage) {
    const command = findCommand(
      stage,
      (each) =>
        (/^pip[\d.]*$/.test(each.program) || (/^python[\d.]*$/.test(each.program) && any(each.words, (word) => word === 'pip'))) &&
        hasOption(each, '--trusted-host'),
    );
    if (!command) return pass();
    return fail({
      en: `${stage.name}: ${command.program} does not check what it is given`,
      ja: `${stage.name}: ${command.program} が検証を行っていません`,
    });
  },
  examples: [
    fails('trusted', {
      dockerfile: `FROM python:3.13
RUN pip3 install --trusted-host pypi.example.com requests
`,
    }),
    fails('as a module', {
      dockerfile: `FROM python:3.13
RUN python3 -m pip install --trusted-host=pypi.example.com requests
`,
    }),
    passes('checked', {
      dockerfile: `FROM python:3.13
RUN pip install requests
`,
    }),
  ],
});
