import type { BlockReader, FieldsOf } from '../../../code/index.ts';
import type { Dialect } from '../../dialect.ts';
import type { PodSecurityPolicy } from './shape.ts';

/** `ranges`: what the format calls the ranges of user ids. */
export function readPolicy(policy: BlockReader, dialect: Dialect, ranges: string): FieldsOf<PodSecurityPolicy> {
  const spec = policy.block('spec');
  const user = spec.block(dialect('runAsUser'));
  return {
    annotations: policy.block('metadata').stringMap('annotations'),
    allowsPrivileged: spec.boolean('privileged', { default: false }),
    allowsHostPid: spec.boolean(dialect('hostPID'), { default: false }),
    allowsHostIpc: spec.boolean(dialect('hostIPC'), { default: false }),
    allowsHostNetwork: spec.boolean(dialect('hostNetwork'), { default: false }),
    allowsPrivilegeEscalation: spec.boolean(dialect('allowPrivilegeEscalation'), { default: true }),
    allowedCapabilities: spec.strings(dialect('allowedCapabilities')),
    requiredDrops: spec.strings(dialect('requiredDropCapabilities')),
    userRule: user.string('rule'),
    userRangeStarts: user.list<number>(ranges, (range) => range.number('min', { default: 0 })),
  };
}
