/** A state machine. Source: hashicorp/aws documentation of aws_sfn_state_machine, AWS::StepFunctions::StateMachine, read 2026-11-22. */
export interface StateMachine {
  /** `OFF` (default), `FATAL`, `ERROR`, `ALL`. */
  readonly logLevel: string;
  /** Default false. */
  readonly logsExecutionData: boolean;
  /** Default false. */
  readonly isTraced: boolean;
  /** Default false: a key that AWS owns. */
  readonly hasCustomerKey: boolean;
}
