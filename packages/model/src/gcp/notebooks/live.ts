/** Answers of the Notebooks API in the words of the Terraform provider. Source: Notebooks API v1 and v2 reference, read 2026-11-22. */
import type { Json, LiveSource, LiveValue } from '../../live/index.ts';
import { isJsonObject, jsonAt, memberOf, textOf } from '../../live/index.ts';
import { flagAt, gcpSources, membersInTerms } from '../inventory/index.ts';

export const live: readonly LiveSource[] = gcpSources('notebooks.googleapis.com', {
  instances: {
    asset: 'Instance',
    type: {
      types: ['google_workbench_instance', 'google_notebooks_instance'],
      of: ({ body }) => (memberOf(body, 'gceSetup') === undefined ? 'google_notebooks_instance' : 'google_workbench_instance'),
    },
    grantsBy: 'instance_name',
    properties({ body }) {
      const setup = memberOf(body, 'gceSetup');
      if (setup === undefined) return { shielded_instance_config: shielded(memberOf(body, 'shieldedInstanceConfig')) };
      const bootKey = textOf(setup, 'bootDisk.diskEncryption') === 'CMEK' ? textOf(setup, 'bootDisk.kmsKey') : undefined;
      return {
        gce_setup: {
          ...membersInTerms(setup),
          shielded_instance_config: shielded(memberOf(setup, 'shieldedInstanceConfig')),
          boot_disk: { ...membersInTerms(memberOf(setup, 'bootDisk')), kms_key: bootKey },
        },
      };
    },
  },
  runtimes: {
    asset: 'Runtime',
    type: 'google_notebooks_runtime',
    grantsBy: 'runtime_name',
    properties({ body }) {
      const config = jsonAt(body, 'virtualMachine.virtualMachineConfig');
      const machine = { ...membersInTerms(config), shielded_instance_config: shielded(memberOf(config, 'shieldedInstanceConfig')) };
      return { virtual_machine: { virtual_machine_config: machine } };
    },
  },
});

/** Where it is written, what is left out is off. */
function shielded(config: Json | undefined): LiveValue {
  if (!isJsonObject(config)) return undefined;
  return {
    enable_vtpm: flagAt(config, 'enableVtpm'),
    enable_integrity_monitoring: flagAt(config, 'enableIntegrityMonitoring'),
    enable_secure_boot: flagAt(config, 'enableSecureBoot'),
  };
}
