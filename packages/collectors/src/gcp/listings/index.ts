/** Everything that is asked of Google Cloud's own APIs. What has no listing here comes from Cloud Asset Inventory alone. */
import type { GcpListing } from '../listing.ts';
import { computeListings } from './compute.ts';
import { controlListings } from './control.ts';
import { dataListings } from './data.ts';
import { workloadListings } from './workloads.ts';

export const gcpListings: readonly GcpListing[] = [...controlListings, ...computeListings, ...dataListings, ...workloadListings];
