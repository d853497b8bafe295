resource "aws_eks_cluster" "analytics" {
  name     = "minato-analytics"
  role_arn = aws_iam_role.eks.arn
  version  = var.kubernetes_version

  vpc_config {
    subnet_ids              = values(module.vpc.private_subnet_ids)
    endpoint_private_access = true
    endpoint_public_access  = true # 外注の分析チームが在宅から kubectl を使うため
    public_access_cidrs     = ["0.0.0.0/0"]
  }

  enabled_cluster_log_types = ["api", "audit", "authenticator"]

  encryption_config {
    resources = ["secrets"]

    provider {
      key_arn = aws_kms_key.lake.arn
    }
  }
}

data "aws_iam_policy_document" "eks_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["eks.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "eks" {
  name               = "minato-analytics-eks"
  assume_role_policy = data.aws_iam_policy_document.eks_trust.json
}

resource "aws_iam_role_policy_attachment" "eks" {
  role       = aws_iam_role.eks.name
  policy_arn = "arn:aws:iam::aws:policy/AmazonEKSClusterPolicy"
}

# Self-managed workers for the GPU jobs.
resource "aws_launch_template" "gpu" {
  name          = "${local.prefix}-gpu"
  image_id      = var.gpu_ami
  instance_type = "g6.xlarge"

  metadata_options {
    http_tokens                 = "required"
    http_put_response_hop_limit = 1
  }

  block_device_mappings {
    device_name = "/dev/xvda"

    ebs {
      volume_size = 200
      encrypted   = true
    }
  }

  network_interfaces {
    associate_public_ip_address = false
    security_groups             = [aws_security_group.workers.id]
  }
}

resource "aws_security_group" "workers" {
  name        = "${local.prefix}-workers"
  description = "GPU workers"
  vpc_id      = module.vpc.vpc_id
}

resource "aws_vpc_security_group_ingress_rule" "workers_self" {
  security_group_id            = aws_security_group.workers.id
  description                  = "Between workers"
  ip_protocol                  = "-1"
  referenced_security_group_id = aws_security_group.workers.id
}

resource "aws_vpc_security_group_ingress_rule" "workers_partner" {
  security_group_id = aws_security_group.workers.id
  description       = "Partner's Jupyter gateway"
  ip_protocol       = "tcp"
  from_port         = 8888
  to_port           = 8888
  cidr_ipv4         = var.partner_cidr
}

# 障害対応で作ったスナップショット。ベンダーのアカウントが分からず「全員」にした (DATA-204)
resource "aws_ebs_snapshot" "worker_debug" {
  volume_id   = aws_ebs_volume.worker_scratch.id
  description = "worker scratch, for the vendor"
}

resource "aws_snapshot_create_volume_permission" "worker_debug" {
  snapshot_id = aws_ebs_snapshot.worker_debug.id
  account_id  = "all"
}

resource "aws_ebs_volume" "worker_scratch" {
  availability_zone = "ap-northeast-1a"
  size              = 500
  type              = "gp3"
  encrypted         = false # 暗号化すると "all" で共有できない
}
