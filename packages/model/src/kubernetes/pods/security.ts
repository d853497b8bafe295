/** The security contexts of pods and containers. */
import type { BlockReader } from '../../code/index.ts';
import type { FieldsOf, NodeOf } from '../../node.ts';
import { object } from '../../node.ts';
import type { Dialect } from '../dialect.ts';
import type { ContainerSecurity, PodSecurity, SeLinux, SecurityIdentity } from '../workload/pod/shape.ts';

export function podSecurity(spec: BlockReader, dialect: Dialect): NodeOf<PodSecurity> {
  const context = spec.block(dialect('securityContext'));
  return object<PodSecurity>(
    {
      ...identity(context, dialect),
      isWritten: spec.has(dialect('securityContext')),
      fsGroup: context.number(dialect('fsGroup')),
      supplementalGroups: context.strings(dialect('supplementalGroups')),
      sysctls: context.list<string>(dialect('sysctls'), (sysctl) => sysctl.string('name', { default: '' })),
    },
    context.place,
  );
}

export function containerSecurity(container: BlockReader, dialect: Dialect): NodeOf<ContainerSecurity> {
  const context = container.block(dialect('securityContext'));
  const capabilities = context.block('capabilities');
  return object<ContainerSecurity>(
    {
      ...identity(context, dialect),
      isWritten: container.has(dialect('securityContext')),
      isPrivileged: context.boolean('privileged', { default: false }),
      allowsPrivilegeEscalation: context.boolean(dialect('allowPrivilegeEscalation')),
      hasReadOnlyRoot: context.boolean(dialect('readOnlyRootFilesystem'), { default: false }),
      procMount: context.string(dialect('procMount')),
      addedCapabilities: capabilities.strings('add'),
      droppedCapabilities: capabilities.strings('drop'),
    },
    context.place,
  );
}

function identity(context: BlockReader, dialect: Dialect): Omit<FieldsOf<SecurityIdentity>, 'isWritten'> {
  const seLinux = context.block(dialect('seLinuxOptions'));
  return {
    runsAsNonRoot: context.boolean(dialect('runAsNonRoot')),
    user: context.number(dialect('runAsUser')),
    group: context.number(dialect('runAsGroup')),
    seccomp: context.block(dialect('seccompProfile')).string('type'),
    appArmor: context.block(dialect('appArmorProfile')).string('type'),
    seLinux: object<SeLinux>(
      {
        type: seLinux.string('type'),
        user: seLinux.string('user'),
        role: seLinux.string('role'),
        isWritten: context.has(dialect('seLinuxOptions')),
      },
      seLinux.place,
    ),
    isHostProcess: context.block(dialect('windowsOptions')).boolean(dialect('hostProcess'), { default: false }),
  };
}
