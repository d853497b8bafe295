/** Hand-made networks of Azure, Google Cloud and Kubernetes, with answers. */
import { azure } from './azure.ts';
import { azureEastWest } from './azure-east-west.ts';
import { azureServices } from './azure-services.ts';
import { gcp } from './gcp.ts';
import { gcpEastWest } from './gcp-east-west.ts';
import { kubernetes } from './kubernetes.ts';
import type { CloudCase } from './kit.ts';

const within = (cloud: string, cases: readonly CloudCase[]): readonly CloudCase[] =>
  cases.map((each) => ({ ...each, name: `within ${cloud}: ${each.name}` }));

export const cloudCases: readonly CloudCase[] = [
  ...azure,
  ...azureServices,
  ...within('Azure', azureEastWest),
  ...gcp,
  ...within('Google Cloud', gcpEastWest),
  ...kubernetes,
];
