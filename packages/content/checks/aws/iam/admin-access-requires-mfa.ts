/** The password of an administrator is the account. */
import type { ExampleCall } from '@kumomori/model';
import {
  allOf,
  any,
  anyOf,
  defineCheck,
  deniesWithoutMfa,
  fail,
  fails,
  findStatement,
  isNotApplicable,
  isPrivilegedUser,
  isUnknown,
  notApplicable,
  pass,
  passes,
} from '@kumomori/model';

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
  title: {
    en: 'Principals with administrator access cannot sign in without MFA',
    ja: '管理者権限を持つユーザーが MFA なしではサインインできない',
  },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.iam.user-credentials',
  why: {
    en: 'One phished password of an administrator gives away everything in the account.',
    ja: '管理者のパスワードが 1 つ盗まれるだけで、アカウント全体が奪われます。',
  },
  fix: {
    summary: {
      en: 'Assign an MFA device to the user, or let administrators come through IAM Identity Center.',
      ja: 'ユーザーに MFA デバイスを割り当てるか、管理者は IAM Identity Center からサインインさせてください。',
    },
    cli: 'aws iam enable-mfa-device --user-name USER --serial-number ARN --authentication-code1 CODE --authentication-code2 CODE',
    console: {
      en: 'IAM → Users → the user → Security credentials → Assign MFA device.',
      ja: 'IAM → ユーザー → 対象 → セキュリティ認証情報 → MFA デバイスの割り当て。',
    },
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa.html'],
  equivalents: ['prowler:iam_administrator_access_with_mfa'],
  evaluate(user) {
    const isJudged = allOf(
      () => user.hasPassword,
      () => isPrivilegedUser(user),
    );
    if (!isJudged) return notApplicable({ en: 'The user is no administrator with a password', ja: 'パスワードを持つ管理者ではありません' });
    const isProtected = anyOf(
      () => user.mfaDevices.length > 0,
      () => any(user.policies, (policy) => findStatement(policy, deniesWithoutMfa) !== undefined),
    );
    if (isProtected) return pass();
    return fail(
      { en: `Administrator ${user.name} signs in without MFA`, ja: `管理者 ${user.name} は MFA なしでサインインできます` },
      { at: ['mfaDevices'] },
    );
  },
  examples: [
    fails('a password alone', { live: user({}) }),
    passes('a device', { live: user({ serials: ['arn:aws:iam::123456789012:mfa/auditor'] }) }),
    isNotApplicable('no administrator', { live: user({ policy: 'SecurityAudit' }) }),
    isNotApplicable('no password', { live: user({ password: false }) }),
    isUnknown('devices may not be listed', {
      live: [...user({}).slice(0, 2), { call: 'iam:ListMFADevices', request: { UserName: 'auditor' }, error: 'AccessDenied' }],
    }),
  ],
});
