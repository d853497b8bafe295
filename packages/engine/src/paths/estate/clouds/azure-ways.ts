/** Ways in Azure and its directory that no permission of a role gives: owning something, having more than one subscription. */
import { DIRECTORY } from '../../../iam/clouds/index.ts';
import type { AzureWorld, CloudPrincipal } from '../../../iam/clouds/index.ts';
import type { PathWay } from '../../inputs.ts';
import type { Building } from '../context.ts';
import { evidenceOf } from '../context.ts';
import { conditionFrom } from './parts.ts';

/** All of them. */
export function azureWays(building: Building, world: AzureWorld): readonly PathWay[] {
  return [...elevation(world), ...ownersOf(world), ...ownedInDirectory(building, world)];
}

/**
 * Global Administrators give themselves User Access Administrator above all subscriptions; other roles of the directory cannot. Source: Azure
 * documentation, "Elevate access to manage all Azure subscriptions and management groups", read 2026-11-22.
 */
function elevation(world: AzureWorld): readonly PathWay[] {
  return world.subscriptions.map((id) => ({
    ...{ id: 'azure-elevate', title: 'Elevate access as Global Administrator', edge: 'CAN_GRANT_SELF', needs: [], setting: null },
    ...{ from: { fact: 'admin', id: DIRECTORY }, to: { fact: 'admin', id }, condition: null, evidence: [] },
  }));
}

/** Owners of more than the subscription they are counted in. */
function ownersOf(world: AzureWorld): readonly PathWay[] {
  return world.principals.flatMap((principal) =>
    world.subscriptions.flatMap((subscription): readonly PathWay[] => {
      if (subscription === principal.account) return [];
      const { decision, condition } = world.adminOf(principal, subscription);
      if (decision !== 'allow') return [];
      return [
        {
          ...{
            id: 'azure-owner',
            title: 'It may do everything in the subscription',
            edge: 'HAS_ADMIN',
            needs: [],
            setting: null,
            evidence: [],
          },
          ...{ from: { fact: 'has', id: principal.id }, to: { fact: 'admin', id: subscription }, condition: conditionFrom(condition) },
        },
      ];
    }),
  );
}

/**
 * Owners of applications add credentials, owners of groups members; also of groups that roles are given to. People need nothing else; an
 * application changes what it owns by a permission of Microsoft Graph. Sources: Entra documentation, "Overview of enterprise application
 * ownership", "Use Microsoft Entra groups to manage role assignments"; Microsoft Graph permissions reference, read 2026-11-22.
 */
function ownedInDirectory(building: Building, world: AzureWorld): readonly PathWay[] {
  return building.estate.all('entra.principal').flatMap(({ owners, principalKind, names, node, place, isDynamic }): readonly PathWay[] => {
    if (principalKind === 'user' || isDynamic) return [];
    const [owned] = names.flatMap((name) => world.find(name));
    if (!owned) return [];
    const evidence = evidenceOf(building, place);
    const setting = { id: `owners ${node}`, kind: 'configuration' as const, summary: `Take away the owners of ${node}`, evidence };
    const told =
      principalKind === 'group'
        ? ({ id: 'entra-group-owner', title: 'Join the group as its owner', edge: 'CAN_GRANT_SELF' } as const)
        : ({ id: 'entra-owner', title: 'Add a credential to the application as its owner', edge: 'CAN_CREATE_KEY' } as const);
    return owners.items
      .flatMap((owner) => world.find(owner))
      .filter(({ id }) => id !== owned.id)
      .map((owner) => ({
        ...{ ...told, needs: principalKind === 'group' ? [] : needsOf(owner) },
        ...{ from: { fact: 'has', id: owner.id }, to: { fact: 'has', id: owned.id }, condition: null, setting, evidence },
      }));
  });
}

function needsOf({ kind, account }: CloudPrincipal): PathWay['needs'] {
  const isPerson = kind === 'user' || kind === 'group' || (kind === 'federated' && account === DIRECTORY);
  return isPerson ? [] : [{ action: 'graph:Application.ReadWrite.OwnedBy', kind: 'entra.directory', object: '/' }];
}
