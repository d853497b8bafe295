/** An application on a phone can be copied, lost and phished; hardware cannot be copied. */
import type { ExampleCall } from '@kumomori/model';
import { defineCheck, fail, fails, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

const account = (...serials: readonly string[]): readonly ExampleCall[] => [
  { call: 'iam:GetAccountSummary', response: { SummaryMap: { AccountMFAEnabled: 1 } } },
  {
    call: 'iam:ListVirtualMFADevices',
    request: { AssignmentStatus: 'Assigned' },
    response: { VirtualMFADevices: serials.map((SerialNumber) => ({ SerialNumber })) },
  },
];

export const check = defineCheck({
  title: { en: 'Root MFA device is hardware, not virtual', ja: 'ルートユーザーの MFA がハードウェアデバイスである' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.iam.root',
  why: {
    en: 'A virtual device lives on somebody’s phone: it is copied with a backup, and its codes can be typed into a false page.',
    ja: '仮想デバイスは個人の端末にあり、バックアップで複製され、偽サイトにコードを入力させる攻撃も受けます。',
  },
  fix: {
    summary: {
      en: 'Register a security key for the root user and remove the virtual device.',
      ja: 'ルートユーザーにセキュリティキーを登録し、仮想デバイスを削除してください。',
    },
    cli: 'aws iam list-virtual-mfa-devices --assignment-status Assigned',
    console: {
      en: 'Sign in as root → Security credentials → Assign MFA device → Security key; then remove the authenticator app.',
      ja: 'root でサインイン → セキュリティ認証情報 → MFA デバイスの割り当て → セキュリティキー。その後、認証アプリを削除。',
    },
  },
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/enable-hw-mfa-for-root.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/enable-fido-mfa-for-root.html',
  ],
  equivalents: [
    'IAM.6',
    'prowler:iam_root_hardware_mfa_enabled',
    'cloudsploit:rootHardwareMfa',
    'steampipe:iam_root_user_hardware_mfa_enabled',
  ],
  evaluate(root) {
    if (!root.hasMfa) return notApplicable({ en: 'The root user has no MFA device', ja: 'ルートユーザーに MFA デバイスがありません' });
    if (!root.hasVirtualMfa) return pass();
    return fail(
      { en: `The root user ${root.name} has a virtual MFA device`, ja: `ルートユーザー ${root.name} の MFA は仮想デバイスです` },
      { at: ['hasVirtualMfa'] },
    );
  },
  examples: [
    fails('an application', { live: account('arn:aws:iam::123456789012:mfa/root-account-mfa-device') }),
    passes('virtual devices of others only', { live: account('arn:aws:iam::123456789012:mfa/auditor') }),
    isUnknown('devices may not be listed', {
      live: [
        ...account().slice(0, 1),
        { call: 'iam:ListVirtualMFADevices', request: { AssignmentStatus: 'Assigned' }, error: 'AccessDenied' },
      ],
    }),
  ],
});
