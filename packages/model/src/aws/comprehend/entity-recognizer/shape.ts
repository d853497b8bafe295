/** A custom entity recognizer. Source: hashicorp/aws documentation of aws_comprehend_entity_recognizer, read 2026-11-22. */
export interface EntityRecognizer {
  /** Default false. */
  readonly modelHasCustomerKey: boolean;
  /** Default false. */
  readonly volumeHasCustomerKey: boolean;
}
