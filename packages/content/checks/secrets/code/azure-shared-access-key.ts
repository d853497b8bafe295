import { defineCheck, fails, isNotApplicable, judgeSecret } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'No shared access key of Service Bus, Event Hubs or IoT Hub in code',
    ja: 'コードに Service Bus・Event Hubs・IoT Hub の共有アクセスキーが含まれていない',
  },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'repository.file.secret',
  why: {
    en: 'Whoever can read the repository, or an old copy of it, has it. It sends and reads messages of the namespace.',
    ja: 'リポジトリやその古いコピーを読める全員の手に渡ります。名前空間のメッセージを送受信できます。',
  },
  fix: {
    summary: { en: 'Regenerate the key and use Entra ID.', ja: 'キーを再生成し、Entra ID 認証に切り替えてください。' },
    text: 'SharedAccessKeyName=app;SharedAccessKey=$KEY',
  },
  references: ['https://learn.microsoft.com/azure/service-bus-messaging/service-bus-sas'],
  equivalents: [],
  evaluate: (secret) =>
    judgeSecret(secret, 'azure-shared-access-key', {
      en: 'a shared access key of Service Bus, Event Hubs or IoT Hub',
      ja: 'Service Bus・Event Hubs・IoT Hub の共有アクセスキー',
    }),
  examples: [
    fails('written in a file', {
      text: `Endpoint=sb://orders.servicebus.windows.net/;SharedAccessKeyName=app;SharedAccessKey=${['6kfaqDeMqG3omjMyXHCab', 'M6JOF8EFd0Nhcy/1kGD2VD='].join('')}\n`,
    }),
    isNotApplicable('none', { text: 'SharedAccessKeyName=app;SharedAccessKey=$KEY\n' }),
  ],
});
