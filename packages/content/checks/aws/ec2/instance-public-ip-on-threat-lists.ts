/** An address that others block or report has often been misused already; no API of the cloud tells of that. */
import type { AddressRange, ExampleCall } from '@kumomori/model';
import { defineCheck, fail, fails, find, isNotApplicable, notApplicable, parseCidr, pass, passes } from '@kumomori/model';

const elastic = (more: Readonly<Record<string, string>> = {}): readonly ExampleCall[] => [
  {
    call: 'ec2:DescribeAddresses',
    region: 'ap-northeast-1',
    response: { Addresses: [{ AllocationId: 'eipalloc-0123456789abcdef0', PublicIp: '192.0.2.10', ...more }] },
  },
];
const instance: readonly ExampleCall[] = [
  {
    call: 'ec2:DescribeInstances',
    region: 'ap-northeast-1',
    response: {
      Reservations: [{ Instances: [{ InstanceId: 'i-0123456789abcdef0', State: { Name: 'running' }, PublicIpAddress: '192.0.2.10' }] }],
    },
  },
];

export const check = defineCheck({
  title: { en: 'Public addresses are on no threat list', ja: 'パブリックアドレスが脅威リストに載っていない' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.ec2.public-addresses',
  why: {
    en: 'Scans and reports of others see what your own monitoring missed: an open service, or a machine that attacks.',
    ja: '外部のスキャンや報告には、公開されたままのサービスや攻撃に使われたサーバーなど、自社の監視が見逃したものが現れます。',
  },
  fix: {
    summary: {
      en: 'Find out why the address is listed, close or clean what is behind it, and ask for its removal.',
      ja: '掲載の理由を調べ、その先のサーバーを閉じるか復旧し、リストからの削除を申請してください。',
    },
    cli: 'aws ec2 describe-network-interfaces --filters Name=association.public-ip,Values=ADDRESS',
    console: {
      en: 'EC2 → Network interfaces → filter by the public IPv4 address → the instance and its security groups.',
      ja: 'EC2 → ネットワークインターフェイス → パブリック IPv4 アドレスで絞り込み → インスタンスとセキュリティグループ。',
    },
  },
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-addressing.html'],
  equivalents: ['prowler:ec2_elastic_ip_shodan'],
  params: {
    listed: {
      type: 'strings',
      default: [],
      description: { en: 'Addresses and ranges of your threat list', ja: '脅威リストのアドレスと範囲' },
    },
  },
  evaluate({ name, addresses }, { listed }) {
    if (listed.length === 0) return notApplicable({ en: 'No threat list was given', ja: '脅威リストが指定されていません' });
    const ranges = rangesOf(listed);
    const found = find(addresses, (address) => isWithin(ranges, address));
    if (found === undefined) return pass();
    return fail({
      en: `${name} has the address ${found}, which the threat list names`,
      ja: `${name} のアドレス ${found} が脅威リストに載っています`,
    });
  },
  examples: [
    fails('an Elastic IP', { live: elastic() }, { params: { listed: ['198.51.100.7', '192.0.2.0/28'] } }),
    fails('an instance', { live: instance }, { params: { listed: ['192.0.2.10'] } }),
    passes('another address', { live: elastic() }, { params: { listed: ['192.0.2.11', '2001:db8::/32'] } }),
    passes('judged with its instance', { live: elastic({ InstanceId: 'i-0123456789abcdef0' }) }, { params: { listed: ['192.0.2.10'] } }),
    isNotApplicable('no list', { live: instance }),
  ],
});

/** Threat lists are long, and the same for all addresses. */
const known = new WeakMap<readonly string[], readonly AddressRange[]>();

function rangesOf(texts: readonly string[]): readonly AddressRange[] {
  const ranges = known.get(texts) ?? texts.flatMap((text) => parseCidr(text) ?? []);
  known.set(texts, ranges);
  return ranges;
}

function isWithin(ranges: readonly AddressRange[], address: string): boolean {
  const own = parseCidr(address);
  return own !== null && ranges.some(({ family, first, last }) => family === own.family && first <= own.first && own.last <= last);
}
