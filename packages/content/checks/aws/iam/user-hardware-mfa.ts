/** Phishing works against every code that people can type. */
import type { ExampleCall } from '@kumomori/model';
import { allOf, defineCheck, fail, fails, find, isNotApplicable, isPrivilegedUser, notApplicable, pass, passes } from '@kumomori/model';

const user = (more: {
  readonly serials?: readonly string[];
  readonly policy?: string;
  readonly password?: boolean;
}): readonly ExampleCall[] => [
  {
    call: 'iam:GetAccountAuthorizationDetails',
    response: {
      UserDetailList: [
        {
          UserName: 'auditor',
          Arn: 'arn:aws:iam::123456789012:user/auditor',
          AttachedManagedPolicies: [{ PolicyArn: `arn:aws:iam::aws:policy/${more.policy ?? 'AdministratorAccess'}` }],
        },
      ],
    },
  },
  more.password === false
    ? { call: 'iam:GetLoginProfile', request: { UserName: 'auditor' }, error: 'NoSuchEntity' }
    : { call: 'iam:GetLoginProfile', request: { UserName: 'auditor' }, response: { LoginProfile: { UserName: 'auditor' } } },
  {
    call: 'iam:ListMFADevices',
    request: { UserName: 'auditor' },
    response: { MFADevices: (more.serials ?? []).map((SerialNumber) => ({ SerialNumber })) },
  },
];

export const check = defineCheck({
  title: { en: 'Privileged IAM users use hardware or FIDO2 MFA', ja: '特権を持つ IAM ユーザーがハードウェアまたは FIDO2 の MFA を使う' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.iam.user-credentials',
  why: {
    en: 'Codes of applications and text messages can be asked for by a false page; with an administrator’s code the account is open.',
    ja: 'アプリや SMS のコードは偽サイトで盗まれます。管理者のコードが盗まれるとアカウント全体が危険です。',
  },
  fix: {
    summary: {
      en: 'Give administrators security keys or passkeys, and remove their virtual devices.',
      ja: '管理者にはセキュリティキーまたはパスキーを割り当て、仮想デバイスを削除してください。',
    },
    cli: 'aws iam list-mfa-devices --user-name USER',
    console: {
      en: 'IAM → Users → the user → Security credentials → Assign MFA device → Security key.',
      ja: 'IAM → ユーザー → 対象 → セキュリティ認証情報 → MFA デバイスの割り当て → セキュリティキー。',
    },
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_fido_supported_configurations.html'],
  equivalents: ['prowler:iam_user_hardware_mfa_enabled'],
  evaluate(user) {
    const isJudged = allOf(
      () => user.hasPassword,
      () => isPrivilegedUser(user),
    );
    if (!isJudged) return notApplicable({ en: 'The user is no administrator with a password', ja: 'パスワードを持つ管理者ではありません' });
    if (user.mfaDevices.length === 0) return notApplicable({ en: 'The user has no MFA device', ja: 'MFA デバイスがありません' });
    const weak = find(user.mfaDevices, ({ kind }) => kind === 'virtual' || kind === 'sms');
    if (!weak) return pass();
    return fail({
      en: `Administrator ${user.name} signs in with a ${weak.kind} MFA device`,
      ja: `管理者 ${user.name} の MFA デバイスは ${weak.kind} です`,
    });
  },
  examples: [
    fails('an application', { live: user({ serials: ['arn:aws:iam::123456789012:mfa/auditor'] }) }),
    passes('a security key', { live: user({ serials: ['arn:aws:iam::123456789012:u2f/user/auditor/key-1'] }) }),
    passes('a token with a display', { live: user({ serials: ['GAHT12345678'] }) }),
    isNotApplicable('no administrator', { live: user({ serials: ['arn:aws:iam::123456789012:mfa/auditor'], policy: 'SecurityAudit' }) }),
    isNotApplicable('no device', { live: user({}) }),
  ],
});
