/** An agent or webhook of Dialogflow. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface DialogflowResource {
  /** Default false. */
  readonly isLogged: boolean;
}
