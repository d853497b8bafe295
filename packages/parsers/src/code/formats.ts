/** The formats we read, in the order of reports. A new format is one folder of this package and one line here. */
import { armFormat } from '../arm/index.ts';
import { cloudformationFormat } from '../cloudformation/index.ts';
import { composeFormat } from '../compose/index.ts';
import { dockerfileFormat } from '../dockerfile/index.ts';
import { kubernetesFormat } from '../kubernetes/index.ts';
import { planFormat, stateFormat } from '../terraform-json/index.ts';
import { terraformFormat } from '../terraform/index.ts';
import type { CodeFormat } from '../format.ts';

export const formats: readonly CodeFormat[] = [
  terraformFormat,
  planFormat,
  stateFormat,
  cloudformationFormat,
  armFormat,
  kubernetesFormat,
  dockerfileFormat,
  composeFormat,
];
