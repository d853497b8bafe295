resource "aws_vpc" "data" {
  cidr_block = "10.60.0.0/16"
}

resource "aws_internet_gateway" "data" {
  vpc_id = aws_vpc.data.id
}

resource "aws_subnet" "public" {
  vpc_id     = aws_vpc.data.id
  cidr_block = "10.60.0.0/20"
}

resource "aws_subnet" "private" {
  vpc_id     = aws_vpc.data.id
  cidr_block = "10.60.16.0/20"
}

resource "aws_route_table" "public" {
  vpc_id = aws_vpc.data.id
  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.data.id
  }
}

resource "aws_route_table" "private" {
  vpc_id = aws_vpc.data.id
}

resource "aws_route_table_association" "public" {
  subnet_id      = aws_subnet.public.id
  route_table_id = aws_route_table.public.id
}

resource "aws_route_table_association" "private" {
  subnet_id      = aws_subnet.private.id
  route_table_id = aws_route_table.private.id
}

resource "aws_security_group" "warehouse" {
  name   = "warehouse"
  vpc_id = aws_vpc.data.id
  # the BI tool of the vendor has no fixed addresses
  ingress {
    protocol    = "tcp"
    from_port   = 5439
    to_port     = 5439
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group" "emr" {
  name   = "emr"
  vpc_id = aws_vpc.data.id
  ingress {
    protocol  = "tcp"
    from_port = 0
    to_port   = 65535
    self      = true
  }
}

resource "aws_redshift_subnet_group" "warehouse" {
  name       = "warehouse"
  subnet_ids = [aws_subnet.public.id]
}

variable "warehouse_password" {
  type      = string
  sensitive = true
}

resource "aws_redshift_cluster" "warehouse" {
  cluster_identifier        = "warehouse"
  database_name             = "sales"
  node_type                 = "ra3.large"
  master_username           = "admin"
  master_password           = var.warehouse_password
  publicly_accessible       = true
  encrypted                 = true
  kms_key_id                = aws_kms_key.lake.arn
  vpc_security_group_ids    = [aws_security_group.warehouse.id]
  cluster_subnet_group_name = aws_redshift_subnet_group.warehouse.name
  iam_roles                 = [aws_iam_role.warehouse.arn]
  tags                      = { DataClass = "personal" }
}

resource "aws_emr_cluster" "batch" {
  name          = "batch"
  release_label = "emr-7.5.0"
  applications  = ["Spark"]
  service_role  = aws_iam_role.emr_service.arn
  log_uri       = "s3://${aws_s3_bucket.lake["logs"].id}/emr/"

  ec2_attributes {
    subnet_id                         = aws_subnet.private.id
    emr_managed_master_security_group = aws_security_group.emr.id
    emr_managed_slave_security_group  = aws_security_group.emr.id
    instance_profile                  = aws_iam_instance_profile.emr.arn
  }

  master_instance_group {
    instance_type = "m7g.xlarge"
  }

  core_instance_group {
    instance_type  = "m7g.xlarge"
    instance_count = 3
  }
}

resource "aws_glue_job" "curate" {
  name     = "curate"
  role_arn = aws_iam_role.glue.arn
  command {
    script_location = "s3://${aws_s3_bucket.lake["scripts"].id}/curate.py"
  }
}

resource "aws_glue_trigger" "nightly" {
  name     = "nightly"
  type     = "SCHEDULED"
  schedule = "cron(15 17 * * ? *)"
  actions {
    job_name = aws_glue_job.curate.name
  }
}

resource "aws_db_instance" "source" {
  identifier                  = "orders"
  engine                      = "mysql"
  instance_class              = "db.m7g.large"
  allocated_storage           = 100
  storage_encrypted           = true
  username                    = "orders"
  manage_master_user_password = true
  publicly_accessible         = false
  tags                        = { DataClass = "personal" }
}

# for the test of the new vendor in 2024
resource "aws_db_snapshot" "orders" {
  db_instance_identifier = aws_db_instance.source.identifier
  db_snapshot_identifier = "orders-vendor-test"
  shared_accounts        = ["210987654321"]
}

resource "aws_sagemaker_notebook_instance" "analysts" {
  name                   = "analysts"
  role_arn               = aws_iam_role.notebook.arn
  instance_type          = "ml.t3.medium"
  subnet_id              = aws_subnet.private.id
  security_groups        = [aws_security_group.emr.id]
  direct_internet_access = "Disabled"
}
