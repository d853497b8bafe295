import type { BlockReader, FieldsOf, Leaf } from '../../../code/index.ts';
import { absent, byDefault, defineKubernetes, explicit, list, unresolved } from '../../../code/index.ts';
import { WORKLOADS, containerOf, flagsOf } from '../flags.ts';
import type { Kubelet } from './shape.ts';

const CONFIGURATION = 'kubelet.config.k8s.io/KubeletConfiguration';

export const kubernetes = defineKubernetes<Kubelet>({
  types: [CONFIGURATION, ...WORKLOADS],
  identity: ['name'],
  accepts: (object) => object.resource?.type === CONFIGURATION || containerOf(object, 'kubelet') !== undefined,
  read(object) {
    const container = containerOf(object, 'kubelet');
    return container ? fromFlags(container) : fromConfiguration(object);
  },
});

function fromConfiguration(config: BlockReader): FieldsOf<Kubelet> {
  const authentication = config.block('authentication');
  return {
    allowsAnonymous: authentication.block('anonymous').boolean('enabled', { default: false }),
    authorizationMode: config.block('authorization').string('mode', { default: 'Webhook' }),
    clientCaFile: authentication.block('x509').string('clientCAFile'),
    readOnlyPort: config.number('readOnlyPort', { default: 0 }),
    streamingIdleTimeout: config.string('streamingConnectionIdleTimeout', { default: '4h' }),
    protectsKernelDefaults: config.boolean('protectKernelDefaults', { default: false }),
    makesIptablesChains: config.boolean('makeIPTablesUtilChains', { default: true }),
    hostnameOverride: absent(config.place),
    eventsPerSecond: config.number('eventRecordQPS', { default: 50 }),
    tlsCertFile: config.string('tlsCertFile'),
    tlsKeyFile: config.string('tlsPrivateKeyFile'),
    rotatesCertificates: config.boolean('rotateCertificates', { default: false }),
    rotatesServerCertificate: config.boolean('serverTLSBootstrap', { default: false }),
    cipherSuites: config.strings('tlsCipherSuites'),
  };
}

/** Without `--config` a flag that is not given has its default; with it the file may say anything. */
function fromFlags(container: BlockReader): FieldsOf<Kubelet> {
  const { entries, place } = flagsOf(container);
  const inFile = entries.has('config')
    ? unresolved<never>({ code: 'outside-root', detail: 'the file that --config names is not read' }, place)
    : null;
  const given = <T>(flag: string, convert: (text: string) => T, fallback: Leaf<T>): Leaf<T> => {
    const leaf = entries.get(flag);
    return leaf?.value === undefined ? (inFile ?? fallback) : explicit(convert(leaf.value), leaf.place);
  };
  const text = (flag: string): Leaf<string | undefined> => given<string | undefined>(flag, (value) => value, absent(place));
  const truth = (flag: string, fallback: boolean): Leaf<boolean> => given(flag, (value) => value === 'true', byDefault(fallback, place));
  const amount = (flag: string, fallback: number): Leaf<number> => given(flag, Number, byDefault(fallback, place));
  const suites = entries.get('tls-cipher-suites');
  return {
    allowsAnonymous: truth('anonymous-auth', true),
    authorizationMode: given('authorization-mode', (value) => value, byDefault('AlwaysAllow', place)),
    clientCaFile: text('client-ca-file'),
    readOnlyPort: amount('read-only-port', 10_255),
    streamingIdleTimeout: given('streaming-connection-idle-timeout', (value) => value, byDefault('4h', place)),
    protectsKernelDefaults: truth('protect-kernel-defaults', false),
    makesIptablesChains: truth('make-iptables-util-chains', true),
    hostnameOverride: text('hostname-override'),
    eventsPerSecond: given('event-qps', Number, entries.has('event-record-qps') ? amount('event-record-qps', 50) : byDefault(50, place)),
    tlsCertFile: text('tls-cert-file'),
    tlsKeyFile: text('tls-private-key-file'),
    rotatesCertificates: truth('rotate-certificates', false),
    rotatesServerCertificate: truth('rotate-server-certificates', false),
    cipherSuites: list<string>(
      suites?.value ? suites.value.split(',').map((suite) => explicit(suite.trim(), suites.place)) : [],
      place,
      suites ? null : inFile,
    ),
  };
}
