CREATE TABLE attendance (
	"key" VARCHAR NOT NULL, 
	row_hash VARCHAR NOT NULL, 
	batch_id INTEGER NOT NULL, 
	date DATE, 
	participant VARCHAR, 
	municipality VARCHAR, 
	team VARCHAR, 
	level VARCHAR, 
	status VARCHAR, 
	heads BIGINT, 
	late BOOLEAN, 
	PRIMARY KEY ("key")
);

CREATE INDEX ix_attendance_batch_id ON attendance (batch_id);

CREATE TABLE batch (
	id INTEGER NOT NULL, 
	file VARCHAR NOT NULL, 
	sha256 VARCHAR NOT NULL, 
	uploaded_at DATETIME NOT NULL, 
	uploaded_by VARCHAR NOT NULL, 
	undone_at DATETIME, 
	undone_by VARCHAR, 
	PRIMARY KEY (id)
);

CREATE TABLE concerts (
	"key" VARCHAR NOT NULL, 
	row_hash VARCHAR NOT NULL, 
	batch_id INTEGER NOT NULL, 
	date DATE, 
	title VARCHAR, 
	place VARCHAR, 
	municipality VARCHAR, 
	audience BIGINT, 
	performers BIGINT, 
	partner VARCHAR, 
	public BOOLEAN, 
	PRIMARY KEY ("key")
);

CREATE INDEX ix_concerts_batch_id ON concerts (batch_id);

CREATE TABLE fact (
	name VARCHAR NOT NULL, 
	value VARCHAR NOT NULL, 
	PRIMARY KEY (name)
);

CREATE TABLE heading_choice (
	fingerprint VARCHAR NOT NULL, 
	column_name VARCHAR NOT NULL, 
	heading VARCHAR NOT NULL, 
	PRIMARY KEY (fingerprint, column_name)
);

CREATE TABLE population (
	"key" VARCHAR NOT NULL, 
	row_hash VARCHAR NOT NULL, 
	batch_id INTEGER NOT NULL, 
	municipality VARCHAR, 
	year BIGINT, 
	inhabitants BIGINT, 
	adults BIGINT, 
	PRIMARY KEY ("key")
);

CREATE INDEX ix_population_batch_id ON population (batch_id);

CREATE TABLE publication (
	id INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	"by" VARCHAR NOT NULL, 
	data_version INTEGER NOT NULL, 
	family VARCHAR NOT NULL, 
	period VARCHAR NOT NULL, 
	edition INTEGER NOT NULL, 
	reason VARCHAR NOT NULL, 
	fingerprint VARCHAR NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (family, period, edition)
);

CREATE TABLE referrals (
	"key" VARCHAR NOT NULL, 
	row_hash VARCHAR NOT NULL, 
	batch_id INTEGER NOT NULL, 
	number VARCHAR, 
	received DATE, 
	participant VARCHAR, 
	municipality VARCHAR, 
	source VARCHAR, 
	started DATE, 
	ended DATE, 
	end_reason VARCHAR, 
	PRIMARY KEY ("key")
);

CREATE INDEX ix_referrals_batch_id ON referrals (batch_id);

CREATE TABLE batch_problem (
	batch_id INTEGER NOT NULL, 
	table_name VARCHAR NOT NULL, 
	reason VARCHAR NOT NULL, 
	severity VARCHAR NOT NULL, 
	rows INTEGER NOT NULL, 
	PRIMARY KEY (batch_id, table_name, reason, severity), 
	FOREIGN KEY(batch_id) REFERENCES batch (id)
);

CREATE TABLE batch_table (
	batch_id INTEGER NOT NULL, 
	table_name VARCHAR NOT NULL, 
	new INTEGER NOT NULL, 
	changed INTEGER NOT NULL, 
	unchanged INTEGER NOT NULL, 
	failed INTEGER NOT NULL, 
	first DATE, 
	last DATE, 
	PRIMARY KEY (batch_id, table_name), 
	FOREIGN KEY(batch_id) REFERENCES batch (id)
);

CREATE TABLE decided_cell (
	publication_id INTEGER NOT NULL, 
	municipality VARCHAR NOT NULL, 
	level VARCHAR NOT NULL, 
	service VARCHAR NOT NULL, 
	shown BOOLEAN NOT NULL, 
	persons INTEGER, 
	PRIMARY KEY (publication_id, municipality, level, service), 
	FOREIGN KEY(publication_id) REFERENCES publication (id)
);

CREATE TABLE published_number (
	publication_id INTEGER NOT NULL, 
	indicator VARCHAR NOT NULL, 
	municipality VARCHAR NOT NULL, 
	level VARCHAR NOT NULL, 
	service VARCHAR NOT NULL, 
	value FLOAT, 
	low FLOAT, 
	high FLOAT, 
	base FLOAT, 
	finer FLOAT, 
	bound VARCHAR NOT NULL, 
	PRIMARY KEY (publication_id, indicator, municipality, level, service), 
	FOREIGN KEY(publication_id) REFERENCES publication (id)
);

CREATE TABLE row_before (
	batch_id INTEGER NOT NULL, 
	table_name VARCHAR NOT NULL, 
	"key" VARCHAR NOT NULL, 
	batch_before INTEGER NOT NULL, 
	"before" VARCHAR NOT NULL, 
	PRIMARY KEY (batch_id, table_name, "key"), 
	FOREIGN KEY(batch_id) REFERENCES batch (id)
);

CREATE INDEX ix_row_before_batch_before ON row_before (batch_before);
