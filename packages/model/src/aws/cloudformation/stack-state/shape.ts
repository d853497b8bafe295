/** What becomes of a stack. Only a live account says it. Source: AWS CloudFormation API reference, Stack and StackDriftInformation, read 2026-11-22. */
export interface StackState {
  /** The stack belongs to another one, which is what is deleted. */
  readonly isNested: boolean;
  /** Default false. */
  readonly hasTerminationProtection: boolean;
  /** When it was last looked for: `IN_SYNC`, `DRIFTED`, `UNKNOWN`; `NOT_CHECKED`: never. */
  readonly driftStatus: string;
  /** Undefined: nobody ever looked. */
  readonly driftCheckedDays: number | undefined;
}
