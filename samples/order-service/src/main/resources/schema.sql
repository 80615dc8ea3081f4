create table if not exists orders (
  id varchar(36) primary key,
  customer varchar(64) not null,
  total decimal(12, 2) not null,
  status varchar(16) not null,
  receipt varchar(64)
);
create table if not exists order_lines (
  order_id varchar(36) not null,
  sku varchar(32) not null,
  quantity int not null
);
create table if not exists prices (
  sku varchar(32) primary key,
  amount decimal(12, 2) not null
);
create table if not exists rates (
  currency varchar(3) primary key,
  rate decimal(12, 6) not null
);
