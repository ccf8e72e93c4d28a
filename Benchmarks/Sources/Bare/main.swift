print("Bare")
