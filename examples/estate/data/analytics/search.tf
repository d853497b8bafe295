# 商品検索のログ分析。Kibana を家から見たいという要望で VPC に入れなかった。
resource "aws_opensearch_domain" "search_logs" {
  domain_name    = "minato-search-logs"
  engine_version = "OpenSearch_2.19"

  cluster_config {
    instance_type  = "m7g.large.search"
    instance_count = 2
  }

  ebs_options {
    ebs_enabled = true
    volume_size = 100
    volume_type = "gp3"
  }

  encrypt_at_rest {
    enabled = false
  }

  node_to_node_encryption {
    enabled = true
  }

  domain_endpoint_options {
    enforce_https       = true
    tls_security_policy = "Policy-Min-TLS-1-2-2019-07"
  }

  access_policies = data.aws_iam_policy_document.search_logs.json
}

data "aws_iam_policy_document" "search_logs" {
  statement {
    sid       = "Dashboards"
    actions   = ["es:ESHttp*"]
    resources = ["arn:aws:es:ap-northeast-1:210987654321:domain/minato-search-logs/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }
  }
}

resource "aws_redshift_cluster" "warehouse" {
  cluster_identifier                  = "minato-warehouse"
  node_type                           = "ra3.large"
  number_of_nodes                     = 2
  database_name                       = "warehouse"
  master_username                     = "warehouse_owner"
  manage_master_password              = true
  encrypted                           = true
  kms_key_id                          = aws_kms_key.lake.arn
  publicly_accessible                 = false
  enhanced_vpc_routing                = true
  automated_snapshot_retention_period = 14
  cluster_subnet_group_name           = aws_redshift_subnet_group.warehouse.name
  vpc_security_group_ids              = [aws_security_group.warehouse.id]
  skip_final_snapshot                 = false
  final_snapshot_identifier           = "minato-warehouse-final"
}

resource "aws_redshift_subnet_group" "warehouse" {
  name       = "minato-warehouse"
  subnet_ids = values(module.vpc.private_subnet_ids)
}

resource "aws_security_group" "warehouse" {
  name        = "${local.prefix}-warehouse"
  description = "Redshift clients"
  vpc_id      = module.vpc.vpc_id
}

resource "aws_security_group_rule" "warehouse_bi" {
  type              = "ingress"
  description       = "BI tool in the company network"
  protocol          = "tcp"
  from_port         = 5439
  to_port           = 5439
  cidr_blocks       = ["10.0.0.0/8"]
  security_group_id = aws_security_group.warehouse.id
}
