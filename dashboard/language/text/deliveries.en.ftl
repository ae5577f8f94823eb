model-deliverer-who = The model file { $file } does not say clearly who delivers: “{ $key }”. Write one of municipality, team and source.
model-deliverer-column = The model file { $file } lets somebody deliver rows that do not carry their name: “{ $key }”. Use source.
model-unknown-team = The model file { $file } speaks of a team that is not in it: “{ $key }”. Correct the name.
