/** Hand-made networks of Azure, Google Cloud and Kubernetes, with answers. */
import { azure } from './azure.ts';
import { azureServices } from './azure-services.ts';
import { gcp } from './gcp.ts';
import { kubernetes } from './kubernetes.ts';
import type { CloudCase } from './kit.ts';

export const cloudCases: readonly CloudCase[] = [...azure, ...azureServices, ...gcp, ...kubernetes];
