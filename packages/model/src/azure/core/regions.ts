/** Facts about Azure's regions. */
import type { Leaf } from '../../code/index.ts';
import { mapLeaf } from './leaves.ts';

/** Regions with availability zones. Source: Azure documentation, "List of Azure regions", read 2026-11-22. */
const withZones = new Set(
  `australiaeast austriaeast belgiumcentral brazilsouth canadacentral centralindia centralus chilecentral chinanorth3 eastasia eastus
  eastus2 francecentral germanywestcentral indonesiacentral israelcentral italynorth japaneast japanwest koreacentral malaysiawest
  mexicocentral newzealandnorth northeurope norwayeast polandcentral qatarcentral southafricanorth southcentralus southeastasia
  spaincentral swedencentral switzerlandnorth uaenorth uksouth usgovvirginia westeurope westus2 westus3`.split(/\s+/),
);

/** Does the region, written as `japaneast` or `Japan East`, have availability zones? */
export function hasZones(location: Leaf<string>): Leaf<boolean> {
  return mapLeaf(location, (text) => withZones.has(text.toLowerCase().replaceAll(' ', '')));
}
