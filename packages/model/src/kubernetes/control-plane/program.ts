/** Programs of Kubernetes itself. */
export type Program = 'kube-apiserver' | 'kube-controller-manager' | 'kube-scheduler' | 'etcd' | 'kubelet';
