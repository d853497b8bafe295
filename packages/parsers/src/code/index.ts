/** Infrastructure code of every format: what a folder holds, evaluated. */
export type {
  CodeFile,
  CodeFormat,
  CodeEvaluation,
  CodeOptions,
  Comment,
  DetectedInput,
  EvaluatedRoot,
  KnownKey,
  PlanSource,
} from '../format.ts';
export { detectInputs } from './detect.ts';
export { evaluateCode } from './evaluate-code.ts';
export type { CodeReading } from './evaluate-code.ts';
